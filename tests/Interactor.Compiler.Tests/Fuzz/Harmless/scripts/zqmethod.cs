// Not a part of what the compiler emits.
