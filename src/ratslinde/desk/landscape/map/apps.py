from django.apps import AppConfig


class DeskMapConfig(AppConfig):
    name = "ratslinde.desk.landscape.map"
    label = "desk_map"
