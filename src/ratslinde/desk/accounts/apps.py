from django.apps import AppConfig


class DeskAccountsConfig(AppConfig):
    name = "ratslinde.desk.accounts"
    label = "desk_accounts"

    def ready(self) -> None:
        """Hang up what the floor below leaves open: the journal of sign-in, and the town's name on its pages."""
        from ratslinde.desk.accounts import framing, noting

        framing.hang_up()
        noting.listen()
