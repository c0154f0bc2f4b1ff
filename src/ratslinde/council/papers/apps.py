from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "ratslinde.council.papers"
    label = "papers"
