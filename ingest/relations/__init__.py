"""Reads relations by a small network that was trained on annotated sentences.

The rules of `ingest.extraction` know words and frames; what they do not know, they do not see. The
network looks at two actors of one sentence, at the words around and between them and at the parse,
and says how likely it is that one did to the other what each class of events means.
"""
