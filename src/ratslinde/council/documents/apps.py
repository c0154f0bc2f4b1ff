from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "ratslinde.council.documents"
    label = "documents"
