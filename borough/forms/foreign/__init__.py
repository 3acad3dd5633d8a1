"""Forms published elsewhere, read as they are: XGov digital-form-builder and DEFRA forms, V1 and V2.

    loose     JSON of any shape, taken key by key
    outline   what the formats share: pages, components, lists, conditions
    asking/   each component as one of our questions, or as words between them
    logic, expressions, conditions   what a branch hangs on
    ways      links between pages as our order, without circles or dead ends
    frame     what a service needs and such a form lacks
    reading   a file as a definition of ours, with what was changed or left aside
    writing   that definition as a file people can read

What no definition can say is noted, never silently dropped; nothing a file holds makes this fail.
"""
