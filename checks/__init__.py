"""The checks: one module a family, one small class a check. The engine finds them by walking this package."""
