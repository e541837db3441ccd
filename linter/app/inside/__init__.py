"""What runs inside the browser alone: the desk behind the page without installation, stand-ins for what lacks there.

Neither ``lxml`` nor ``regex`` is built for that platform.
"""
