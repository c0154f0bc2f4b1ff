from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ratslinde.accounts"
    label = "accounts"
