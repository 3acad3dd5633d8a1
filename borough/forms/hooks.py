"""Where higher rooms hear of what happens here, in the same transaction."""

from collections.abc import Callable


class Hook:
    """Functions called in the order registered. One that raises undoes the whole act."""

    def __init__(self):
        self._functions: list[Callable] = []

    def register(self, function):
        if function not in self._functions:
            self._functions.append(function)
        return function

    def __call__(self, *args, **named) -> list:
        return [function(*args, **named) for function in self._functions]


submitted = Hook()  # fn(submission, form)
walked = Hook()  # fn(submission) -> a fault in words, or None: `services walk` asks each room whether its part was done
afterwards = Hook()  # fn(submission, form) -> what happens next, in Markdown, for the page that says "we have it"
