using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

/// <summary>4 values on the stack, for generated readers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[InlineArray(4)]
[SuppressMessage("Performance", "CA1815", Justification = "Slots are used in one place and never compared.")]
public struct Slots4<T>
{
    private T _first;
}

/// <summary>8 values on the stack, for generated readers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[InlineArray(8)]
[SuppressMessage("Performance", "CA1815", Justification = "Slots are used in one place and never compared.")]
public struct Slots8<T>
{
    private T _first;
}

/// <summary>16 values on the stack, for generated readers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[InlineArray(16)]
[SuppressMessage("Performance", "CA1815", Justification = "Slots are used in one place and never compared.")]
public struct Slots16<T>
{
    private T _first;
}

/// <summary>32 values on the stack, for generated readers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[InlineArray(32)]
[SuppressMessage("Performance", "CA1815", Justification = "Slots are used in one place and never compared.")]
public struct Slots32<T>
{
    private T _first;
}

/// <summary>64 values on the stack, for generated readers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[InlineArray(64)]
[SuppressMessage("Performance", "CA1815", Justification = "Slots are used in one place and never compared.")]
public struct Slots64<T>
{
    private T _first;
}

/// <summary>128 values on the stack, for generated readers.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[InlineArray(128)]
[SuppressMessage("Performance", "CA1815", Justification = "Slots are used in one place and never compared.")]
public struct Slots128<T>
{
    private T _first;
}
