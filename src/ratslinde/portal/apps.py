from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "ratslinde.portal"
    label = "portal"
