#pragma warning disable IDE0130 // The C# compiler looks for it here.
namespace System;

/// <summary>What list patterns count with; netstandard2.0 has none.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
