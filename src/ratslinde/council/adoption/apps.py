from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "ratslinde.council.adoption"
    label = "adoption"
