"""The pages, one topic a file, each with its blueprint: a new page is a file and a line here."""

from flask import Blueprint

from web.pages import (
    about,
    actor,
    article,
    central,
    event,
    events,
    explorer,
    identity,
    ontology,
    path,
    search,
    start,
    things,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    start.blueprint,
    search.blueprint,
    events.blueprint,
    event.blueprint,
    actor.blueprint,
    article.blueprint,
    *things.BLUEPRINTS,
    explorer.blueprint,
    path.blueprint,
    central.blueprint,
    identity.blueprint,
    ontology.blueprint,
    about.blueprint,
)
