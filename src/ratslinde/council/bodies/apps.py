from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "ratslinde.council.bodies"
    label = "bodies"
