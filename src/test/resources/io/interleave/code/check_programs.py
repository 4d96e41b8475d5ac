"""Compiles all programs of the directory, and finds what they import or define and never use."""

import ast
import pathlib

for path in sorted(pathlib.Path(".").glob("*.py")):
    if path.name == "check_programs.py":
        continue
    source = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source, path.name)
        compile(source, path.name, "exec")
    except SyntaxError as error:
        print(f"{path.name}:{error.lineno}: {error.msg}")
        continue
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                name = (alias.asname or alias.name).split(".")[0]
                if name not in used:
                    print(f"{path.name}:{node.lineno}: {name} is imported and not used")
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef))}
    known = dir(__builtins__) + [*names - used, *defined]
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            known += [(alias.asname or alias.name).split(".")[0] for alias in node.names]
        if isinstance(node, ast.arg):
            known.append(node.arg)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            known.append(node.name)
        if isinstance(node, ast.ExceptHandler) and node.name:
            known.append(node.name)
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for name in sorted(used - set(known) - stored - {"__name__"}):
        print(f"{path.name}: {name} is used and never defined")
