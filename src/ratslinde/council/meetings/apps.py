from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "ratslinde.council.meetings"
    label = "meetings"
