"""gazette-lint: finds where official Chinese documents contradict themselves or break a written rule."""

__version__ = "0.1.0"
HOME = "https://pypi.org/project/gazette-lint/"
