from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "ratslinde.site"
    label = "site"
