from django.apps import AppConfig


class DeskCoverageConfig(AppConfig):
    name = "ratslinde.desk.landscape.coverage"
    label = "desk_coverage"
