from django.apps import AppConfig


class DeskNetworkConfig(AppConfig):
    name = "ratslinde.desk.landscape.network"
    label = "desk_network"
