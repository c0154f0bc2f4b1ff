from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "ratslinde.post"
    label = "post"

    def ready(self) -> None:
        """Give the floor below, which cannot know this one, its way to send."""
        from ratslinde.post import sign_in

        sign_in.hang_up()
