"""Compiles notes with the Typst module, all in one process.

batch.py ROOT NOTE... writes NOTE.pdf for each note, a path below ROOT.
"""

import os
import sys

import typst

root, notes = sys.argv[1], sys.argv[2:]
compiler = typst.Compiler(
    os.path.join(root, "note.typ"),
    root=root,
    font_paths=[os.path.join(root, "fonts")],
    ignore_system_fonts=True,
)
for note in notes:
    compiler.compile(
        output=os.path.join(root, note + ".pdf"),
        format="pdf",
        sys_inputs={"note": "/" + note},
    )
