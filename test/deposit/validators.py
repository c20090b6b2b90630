"""
The validators of others, over one package: bagit, rocrate-validator, cffconvert, rdflib, pybtex, rispy.
Prints one JSON object: name of the check to what it found; an empty list is well. Nothing goes online: the
contexts of RO-Crate come from a folder.

usage: validators.py BAG CONTEXTS VERSION [CHECK ...]
"""
import io
import json
import logging
import sys
import urllib.request
from pathlib import Path

bag, contexts, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
crate = bag / 'data'
wanted = sys.argv[4:]


def local(url):
    for known in ('1.1', '1.2', '1.3'):
        if url.split('://')[-1].rstrip('/') == f'w3id.org/ro/crate/{known}/context':
            return (contexts / f'ro-crate-{known}.jsonld').read_bytes()
    raise OSError(f'offline: {url}')


class Response(io.BytesIO):
    def __init__(self, url):
        super().__init__(local(url))
        self.url = url
        self.headers = {'content-type': 'application/ld+json'}
        self.status = self.code = 200

    def geturl(self):
        return self.url

    def info(self):
        return self.headers


def urlopen(request, *_, **__):
    return Response(request if isinstance(request, str) else request.full_url)


urllib.request.urlopen = urlopen

import requests  # noqa: E402


def request(_self, _method, url, **_):
    response = requests.Response()
    response.status_code, response.url, response._content = 200, url, local(url)
    response.headers['Content-Type'] = 'application/ld+json'
    return response


requests.Session.request = request

import rdflib.parser  # noqa: E402
import rdflib.plugins.shared.jsonld.util as jsonld  # noqa: E402

for module in (jsonld, rdflib.parser):
    for name in ('urlopen', '_urlopen'):
        if hasattr(module, name):
            setattr(module, name, urlopen)

logging.disable(logging.CRITICAL)
found = {}


def check(name):
    def run(work):
        if wanted and name not in wanted:
            return
        try:
            found[name] = work() or []
        except Exception as error:
            found[name] = [f'{type(error).__name__}: {error}']
    return run


def documents():
    graph = json.loads((crate / 'ro-crate-metadata.json').read_text(encoding='utf-8'))['@graph']
    return sum('RepositoryObject' in node['@type'] for node in graph)


@check('bagit')
def _():
    import bagit
    bagit.Bag(str(bag)).validate()


@check('rocrate-validator')
def _():
    from rocrate_validator import models, services
    settings = services.ValidationSettings(
        rocrate_uri=str(crate),
        profile_identifier=f'ro-crate-{version}',
        requirement_severity=models.Severity.REQUIRED,
    )
    issues = services.validate(settings).get_issues()
    return [f'{issue.check.identifier} {issue.check.name}: {issue.message}' for issue in issues]


@check('cffconvert')
def _():
    from cffconvert import Citation
    Citation((crate / 'CITATION.cff').read_text(encoding='utf-8')).validate()


@check('rdflib')
def _():
    rdflib.Graph().parse(str(crate / 'metadata/arche.ttl'), format='turtle')


@check('pybtex')
def _():
    from pybtex.database import parse_file
    entries = parse_file(str(crate / 'metadata/citation.bib')).entries
    return [] if len(entries) == documents() + 1 else [f'{len(entries)} entries']


@check('rispy')
def _():
    import rispy
    with open(crate / 'metadata/citation.ris', encoding='utf-8') as file:
        entries = rispy.load(file)
    # The package itself, and a letter, telegram or other paper for each document.
    kinds = [e['type_of_reference'] for e in entries]
    sound = kinds[:1] == ['DATA'] and len(kinds) == documents() + 1 and set(kinds[1:]) <= {'PCOMM', 'GEN'}
    return [] if sound else [str(kinds)]


print(json.dumps(found))
