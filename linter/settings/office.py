"""The office a settings file describes: its lists, written in place or one a line in text files, as one value."""

from collections.abc import Iterator, Sequence

from linter.forms.nodes import BadFileError, Node, Place, Problem, read_text, suggestion
from linter.language import normalise
from linter.language.office import NO_OFFICE, Office, Replacement, Said
from linter.settings.find import Layer

_LISTS = ("bodies", "words", "places")
_FILES = (".txt", ".list")


def settle_office(layers: Sequence[Layer], problems: list[Problem]) -> tuple[Office, dict[tuple[str, ...], Place]]:
    """The office that layers describe together: lists are joined, the last boundary holds. And where each was said."""
    places: dict[tuple[str, ...], Place] = {}
    lists: dict[str, set[str]] = {name: set() for name in _LISTS}
    abbreviations: dict[str, str] = {}
    replacements: dict[str, Replacement] = {}
    classes: dict[str, frozenset[str]] = {}
    boundary = ""
    complete = False
    origins: dict[str, str] = {}
    for layer in layers:
        office = layer.node.get("office")
        if office is None:
            continue
        places.update({("office", key): node.name for key, node in office.pairs()})
        for name in _LISTS:
            found = _list(office.get(name), layer, problems)
            lists[name].update(found)
            origins.update(found if name == "bodies" else {})
        abbreviations.update(_pairs(office.get("abbreviations")))
        origins.update(_full_names(office.get("abbreviations")))
        complete = said.value is True if (said := office.get("bodies-complete")) else complete
        replacements.update(_replacements(office.get("replacements")))
        for kind, words in _classes(office.get("classes"), layer, problems):
            classes[kind] = classes.get(kind, frozenset()) | words
        if said := office.get("boundary"):
            boundary = "" if said.text == "undecided" else said.text
    if not places:
        return NO_OFFICE, places
    made = Office(
        frozenset(lists["bodies"]) | frozenset(abbreviations.values()),
        abbreviations,
        frozenset(lists["words"]),
        tuple(replacements.values()),
        frozenset(lists["places"]),
        boundary,  # type: ignore[arg-type]  # its kind is a choice of these words
        classes,
        complete=complete,
        origins=origins,
    )
    return made, places


def settle_document(layers: Sequence[Layer]) -> tuple[Said, dict[tuple[str, ...], Place]]:
    """What layers say of the documents, the last one of each key; and where."""
    said = Said()
    places: dict[tuple[str, ...], Place] = {}
    for layer in layers:
        document = layer.node.get("document")
        for key, node in document.pairs() if document else ():
            if key not in Said._fields:
                continue
            places["document", key] = node.name
            words = tuple(word for word in node.words() if word != "none") if key == "damage" else node.text
            said = said._replace(**{key: words})  # type: ignore[arg-type]  # its kinds are choices of these words
    return said, places


def word_files(node: Node) -> list[str]:
    """The files of words that a table of settings names, as written."""
    office = node.get("office")
    listed = [one.words() for _, one in office.pairs() if not isinstance(one.value, dict)] if office else []
    classes = office.get("classes") if office else None
    listed += [one.words() for _, one in classes.pairs()] if classes else []
    return [word for words in listed for word in words if word.endswith(_FILES)]


def _list(node: Node | None, layer: Layer, problems: list[Problem]) -> dict[str, str]:
    """The words of a list, and where each was written."""
    words: dict[str, str] = {}
    for item in node.listed() if node else ():
        if not item.text.endswith(_FILES):
            words[plain(item.text)] = str(item.place)
            continue
        try:
            lines = read_text(layer.reach(item), item.text).split("\n")
        except BadFileError as error:
            told = error.problems[0].text
            problems.append(Problem(item.place, told if item.text in told else f"{item.text}：{told}"))
            continue
        for number, line in enumerate(lines, 1):
            if plain(line) and not line.startswith("#"):
                words[plain(line)] = f"{item.text}:{number}"
    return words


def _full_names(node: Node | None) -> dict[str, str]:
    """The full names among abbreviations, and where each was written."""
    return {plain(full.text): str(full.place) for _, full in node.pairs()} if node else {}


def _pairs(node: Node | None) -> dict[str, str]:
    return {plain(short): plain(full.text) for short, full in node.pairs()} if node else {}


def _classes(node: Node | None, layer: Layer, problems: list[Problem]) -> Iterator[tuple[str, frozenset[str]]]:
    """Classes of words with the words of the office; a class there is not is a problem."""
    for name, words in node.pairs() if node else ():
        from linter.language import lexicon

        if name.upper() in lexicon.classes():
            yield name.upper(), frozenset(_list(words, layer, problems))
            continue
        hint = suggestion(name, [kind.lower() for kind in lexicon.classes()])
        problems.append(Problem(words.name, f"没有词类 {name}{hint} (no such class of words)"))


def _replacements(node: Node | None) -> dict[str, Replacement]:
    found: dict[str, Replacement] = {}
    for wrong, right in node.pairs() if node else ():
        use, reason = right.get("use"), right.get("reason")
        word = plain(wrong)
        found[word] = Replacement(word, plain(use.text if use else right.text), reason.text if reason else "")
    return found


def plain(words: str) -> str:
    """Words in normal form, without spaces."""
    return "".join(normalise(words).split())
