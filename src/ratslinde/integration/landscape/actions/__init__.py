"""The verbs of the landscape."""

from ratslinde.integration.landscape.actions.activities import remove_activity, set_activity
from ratslinde.integration.landscape.actions.actors import (
    actor_release,
    actor_withdrawal,
    add_actor,
    archive_actor,
    bring_back_actor,
    check_actor_changes,
    edit_actor,
    publish_actor,
    withdraw_actor,
)
from ratslinde.integration.landscape.actions.confirming import (
    confirm_actor,
    confirm_offer,
    mark_asked,
    mark_network_answered,
)
from ratslinde.integration.landscape.actions.contacts import add_contact, edit_contact, erase_contact
from ratslinde.integration.landscape.actions.cooperation import (
    edit_cooperation,
    remove_cooperation,
    report_cooperation,
    set_coordination,
)
from ratslinde.integration.landscape.actions.coverage import (
    mark_not_intended,
    set_coverage_rule,
    unmark_not_intended,
)
from ratslinde.integration.landscape.actions.hindrances import reasons_against, row_named
from ratslinde.integration.landscape.actions.locating import locate_places
from ratslinde.integration.landscape.actions.merging import merge_actors, merge_offers
from ratslinde.integration.landscape.actions.merging_places import merge_places
from ratslinde.integration.landscape.actions.offers import (
    add_offer,
    archive_offer,
    bring_back_offer,
    check_offer_changes,
    edit_offer,
    offer_release,
    offer_withdrawal,
    publish_offer,
    withdraw_offer,
)
from ratslinde.integration.landscape.actions.places import (
    add_place,
    add_space,
    edit_place,
    edit_space,
    publish_space,
    space_release,
    space_withdrawal,
    withdraw_space,
)
from ratslinde.integration.landscape.actions.positioning import set_position
from ratslinde.integration.landscape.actions.public_days import PublicDays, day_waits
from ratslinde.integration.landscape.actions.publishing import many_release, obstacles, publish_many
from ratslinde.integration.landscape.actions.publishing_runs import begin_publishing, publish_portion
from ratslinde.integration.landscape.actions.resources import add_resource, edit_resource, remove_resource
from ratslinde.integration.landscape.actions.translating import translate
from ratslinde.integration.landscape.actions.undoing import Undone, undo
from ratslinde.integration.landscape.actions.unmerging import parting, unmerge
from ratslinde.integration.landscape.actions.vocabulary import (
    add_term,
    edit_term,
    publish_taxonomy,
    set_up_vocabulary,
    taxonomy_release,
)

__all__ = [
    "PublicDays",
    "Undone",
    "actor_release",
    "actor_withdrawal",
    "add_actor",
    "add_contact",
    "add_offer",
    "add_place",
    "add_resource",
    "add_space",
    "add_term",
    "archive_actor",
    "archive_offer",
    "begin_publishing",
    "bring_back_actor",
    "bring_back_offer",
    "check_actor_changes",
    "check_offer_changes",
    "confirm_actor",
    "confirm_offer",
    "day_waits",
    "edit_actor",
    "edit_contact",
    "edit_cooperation",
    "edit_offer",
    "edit_place",
    "edit_resource",
    "edit_space",
    "edit_term",
    "erase_contact",
    "locate_places",
    "many_release",
    "mark_asked",
    "mark_network_answered",
    "mark_not_intended",
    "merge_actors",
    "merge_offers",
    "merge_places",
    "obstacles",
    "offer_release",
    "offer_withdrawal",
    "parting",
    "publish_actor",
    "publish_many",
    "publish_offer",
    "publish_portion",
    "publish_space",
    "publish_taxonomy",
    "reasons_against",
    "remove_activity",
    "remove_cooperation",
    "remove_resource",
    "report_cooperation",
    "row_named",
    "set_activity",
    "set_coordination",
    "set_coverage_rule",
    "set_position",
    "set_up_vocabulary",
    "space_release",
    "space_withdrawal",
    "taxonomy_release",
    "translate",
    "undo",
    "unmark_not_intended",
    "unmerge",
    "withdraw_actor",
    "withdraw_offer",
    "withdraw_space",
]
