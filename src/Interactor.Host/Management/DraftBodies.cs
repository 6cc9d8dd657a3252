namespace Interactor.Host.Management;

/// <summary>A draft in a list.</summary>
/// <param name="Connector">The connector's id.</param>
/// <param name="Revision">Counts its changes.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
public sealed record DraftHeadBody(string Connector, long Revision, DateTimeOffset UpdatedAt);

/// <summary>A draft with its files.</summary>
/// <param name="Connector">The connector's id.</param>
/// <param name="Revision">Counts its changes.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="Files">The contents of its files by path.</param>
public sealed record DraftBody(string Connector, long Revision, DateTimeOffset UpdatedAt, IReadOnlyDictionary<string, string> Files);

/// <summary>A change of a draft.</summary>
/// <param name="Revision">The revision that it was made from: 0 makes the draft.</param>
/// <param name="Files">The contents of files by path; null removes a file. Those that are not named stay.</param>
public sealed record DraftChangeBody(long Revision, IReadOnlyDictionary<string, string?> Files);

/// <summary>What a draft is now.</summary>
/// <param name="Revision">The revision after the change.</param>
/// <param name="Findings">What the compiler says of it.</param>
public sealed record DraftChangedBody(long Revision, IReadOnlyList<FindingBody> Findings);

/// <summary>What the compiler says at a place of a definition.</summary>
/// <param name="Id">The diagnostic, such as <c>INTC1201</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1, in UTF-16 code units.</param>
/// <param name="EndLine">The line of its end.</param>
/// <param name="EndColumn">The column behind its end.</param>
/// <param name="Help">The page that explains it.</param>
public sealed record FindingBody(string Id, string Severity, string Message, string File, int Line, int Column, int EndLine, int EndColumn, string Help);

/// <summary>A published version of a connector.</summary>
/// <param name="Version">The version.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="IsCurrent">Whether callers get it who pin none.</param>
public sealed record VersionBody(string Version, DateTimeOffset PublishedAt, bool IsCurrent);

/// <summary>The version that callers are to get who pin none.</summary>
/// <param name="Version">A published version.</param>
public sealed record CurrentVersionBody(string Version);
