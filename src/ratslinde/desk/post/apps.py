from django.apps import AppConfig


class DeskPostConfig(AppConfig):
    name = "ratslinde.desk.post"
    label = "desk_post"

    def ready(self) -> None:
        """Hang up what the floor below cannot know: the town's name above every mail."""
        from ratslinde.desk.post import heading

        heading.hang_up()
