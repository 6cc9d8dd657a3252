using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>
/// Binds <c>paginate</c>: first what the requests of the action need of it, and once the output is known, how the next page and the items of a page
/// are found.
/// </summary>
internal sealed class PaginationBinder
{
    private const int LargestPage = 1_000_000;

    private readonly BindingContext _context;
    private readonly MappingReader _reader;
    private readonly PaginationKind _kind;
    private readonly string? _parameter;
    private TypedExpression? _start;

    private PaginationBinder(BindingContext context, MappingReader reader, PaginationKind kind)
    {
        _context = context;
        _reader = reader;
        _kind = kind;
        _parameter = reader.TakeText("parameter");
    }

    /// <summary>The place of the page as the requests of the action see it; null where they do not say it.</summary>
    public StructureTypeModel? Place => _kind switch
    {
        PaginationKind.Cursor => PlaceOf("cursor", new StringTypeModel { IsNullable = true }, ".Cursor"),
        PaginationKind.Offset => PlaceOf("offset", new IntegerTypeModel(), ".Number"),
        PaginationKind.Page => PlaceOf("number", new IntegerTypeModel(), ".Number"),
        _ => null,
    };

    private bool IsByNumber => _kind is PaginationKind.Offset or PaginationKind.Page;

    /// <summary>Begins with the <c>paginate</c> of an action; null where it has none.</summary>
    public static PaginationBinder? Begin(MappingReader action, BindingContext context)
    {
        if (action.TakeMapping("paginate") is not { } reader)
        {
            return null;
        }

        PaginationKind? kind = reader.RequireChoice<PaginationKind?>(
            "kind",
            null,
            ("cursor", PaginationKind.Cursor),
            ("offset", PaginationKind.Offset),
            ("page", PaginationKind.Page),
            ("link", PaginationKind.Link),
            ("next", PaginationKind.Next));
        return kind is { } known ? new PaginationBinder(context, reader, known) : null;
    }

    /// <summary>Puts the place of the page into the one request of an action, under the name that <c>parameter</c> gives.</summary>
    /// <param name="request">The request as it is written.</param>
    /// <param name="node">Its mapping.</param>
    /// <param name="scope">What its expressions may name.</param>
    public RequestModel AddPlace(RequestModel request, SyntaxNode node, ExpressionScope scope)
    {
        if (Place is not { } place || _parameter is not { } name)
        {
            return request;
        }

        StructureMember member = place.Members[0];
        TypedExpression value = new MemberExpression(new RootExpression("page", RuntimeMembers.Page, place, IsSecret: false), member.CSharp, member.Type, IsSecret: false);
        ParameterModel? given = request.Parameters.FirstOrDefault(p => p.Location == ParameterLocation.Query && p.Name == name);
        if (IsByNumber)
        {
            value = new CallExpression(new RuntimeMethod(RuntimeNames.ConvertFunctions, "Text"), [value], new StringTypeModel(), IsSecret: false);
            _start = given is null ? null : FirstNumber(node, name, scope);
        }
        else if (given is { Value: { Type: StringTypeModel } first })
        {
            value = new CoalesceExpression(value, first);
        }

        return request with
        {
            Parameters = request.Parameters.Where(p => p != given).Append(new ParameterModel(ParameterLocation.Query, name, value)).ToEquatableArray(),
        };
    }

    /// <summary>Binds what leads from page to page.</summary>
    /// <param name="requests">Where the requests of the action are written.</param>
    /// <param name="isStepped">Whether the action has several of them.</param>
    /// <param name="start">What the first page may depend on.</param>
    /// <param name="next">What the next page may depend on.</param>
    /// <param name="page">What the items of a page may depend on.</param>
    /// <param name="output">The type of a page.</param>
    /// <param name="servers">Where a request of its own may go.</param>
    /// <returns>Null where a document of somebody else says pages of which its schemas know nothing.</returns>
    public PaginationModel? Finish(
        SyntaxNode requests, bool isStepped, ExpressionScope start, ExpressionScope next, ExpressionScope page, TypeModel output, ServerTable servers)
    {
        if (_context.IsLenient && _kind == PaginationKind.Link && !isStepped && !IsKnown(next, page, output))
        {
            _context.Report(ActionDiagnostics.UnknownPages, _reader.Node);
            return null;
        }

        CheckForm(requests, isStepped, output);
        PaginationModel pagination = new()
        {
            Kind = _kind,
            Start = BindStart(start) ?? _start,
            Items = BindItems(page, output),
            Size = IsByNumber ? _reader.TakeInteger("size", 0, 1, LargestPage) : 0,
        };
        pagination = _kind == PaginationKind.Next ? BindRequest(pagination, next, servers) : pagination with { Next = BindNext(next) };
        if (IsByNumber && pagination is { Next: null, Items: null })
        {
            Report(_reader.Node, $"of the kind '{KindText}' needs 'items' or 'next', to know the last page by");
        }

        CheckUnused("start", Place is not null);
        CheckUnused("parameter", Place is not null);
        CheckUnused("size", IsByNumber);
        CheckUnused("when", _kind == PaginationKind.Next);
        _reader.Done();
        return pagination;
    }

    private string KindText => _kind.ToString().ToLowerInvariant();

    private static StructureTypeModel PlaceOf(string name, TypeModel type, string csharp) => new("page", [new StructureMember(name, type, csharp)]);

    // Nobody here can correct such a document, and a page is better than no connector.
    private bool IsKnown(ExpressionScope next, ExpressionScope page, TypeModel output)
    {
        DiagnosticBag findings = new();
        if (_reader.Node.Find("next") is ScalarNode link)
        {
            Coercion.ToText(ScalarBinder.Bind(link, next, findings), link, findings, allowNull: true);
        }

        bool areItems = _reader.Node.Find("items") is not ScalarNode items || ScalarBinder.Bind(items, page, findings) is { Type: ListTypeModel or AnyTypeModel };
        return areItems && !findings.HasErrors && output is not NullTypeModel;
    }

    private void CheckForm(SyntaxNode requests, bool isStepped, TypeModel output)
    {
        if (output is NullTypeModel)
        {
            Report(_reader.Node, "needs a response with a body, which pages are made of");
        }

        if (isStepped && Place is null)
        {
            Report(_reader.Node, $"of the kind '{KindText}' cannot stand beside 'steps'; use cursor, offset or page");
        }
        else if (isStepped && _parameter is not null)
        {
            Report(_reader.Node.Find("parameter")!, $"cannot have a 'parameter' beside 'steps'; put ${{page.{Place!.Members[0].Name}}} into the request of a step");
        }
        else if (Place is not null && _parameter is null && !ExpressionSearch.Mentions(requests, "page"))
        {
            Report(_reader.Node, $"says nowhere which page is asked for; name a 'parameter' of the query, or put ${{page.{Place.Members[0].Name}}} into the request");
        }
    }

    // The parameter may be in the request already: then its value says where to begin.
    private TypedExpression? FirstNumber(SyntaxNode request, string name, ExpressionScope scope)
    {
        SyntaxNode? written = ((request as MappingNode)?.Find("query") as MappingNode)?.Find(name);
        if ((written is MappingNode mapping ? mapping.Find("value") : written) is not ScalarNode scalar)
        {
            return null;
        }

        TypedExpression value = ScalarBinder.Bind(scalar, scope, new DiagnosticBag());
        return value.Type switch
        {
            IntegerTypeModel { IsNullable: true } => new CoalesceExpression(value, LiteralExpression.Of(_kind == PaginationKind.Offset ? 0 : 1)),
            IntegerTypeModel => value,
            _ => null,
        };
    }

    private TypedExpression? BindStart(ExpressionScope scope)
    {
        if (_reader.TakeScalar("start") is not { } scalar || Place is null)
        {
            return null;
        }

        if (!IsByNumber)
        {
            return Slot.Text(scalar, scope, _context, allowNull: true);
        }

        if (scalar.Kind == ScalarKind.Integer && long.TryParse(scalar.Text, out long number))
        {
            return LiteralExpression.Of(number);
        }

        return Coercion.ToInteger(ScalarBinder.Bind(scalar, scope, _context.Diagnostics), scalar, _context.Diagnostics);
    }

    private TypedExpression? BindNext(ExpressionScope scope)
    {
        ScalarNode? scalar = _kind == PaginationKind.Cursor ? _reader.RequireScalar("next") : _reader.TakeScalar("next");
        return scalar is null ? null
            : _kind == PaginationKind.Link ? Slot.PublicText(scalar, scope, _context, "a URL", allowNull: true)
            : Slot.Text(scalar, scope, _context, allowNull: true);
    }

    private PaginationModel BindRequest(PaginationModel pagination, ExpressionScope scope, ServerTable servers)
    {
        SyntaxNode? request = _reader.Require("next");
        ScalarNode? when = _reader.RequireScalar("when");
        return pagination with
        {
            When = when is null ? null : Slot.Boolean(when, scope, _context),
            Request = request is null ? null : new RequestBinder(_context, servers).Bind(request, scope),
        };
    }

    // A page that is a list is the list of its items.
    private TypedExpression? BindItems(ExpressionScope scope, TypeModel output)
    {
        if (_reader.TakeScalar("items") is not { } scalar)
        {
            return output is ListTypeModel ? new RootExpression("output", RuntimeMembers.Output, output, IsSecret: false) : null;
        }

        TypedExpression value = ScalarBinder.Bind(scalar, scope, _context.Diagnostics);
        switch (value)
        {
            case ErrorExpression or { Type: ListTypeModel }:
                return value;
            case { Type: AnyTypeModel }:
                return new CallExpression(
                    new RuntimeMethod(RuntimeNames.AnyFunctions, "Items"),
                    [value],
                    new ListTypeModel(new AnyTypeModel()),
                    value.IsSecret,
                    PlaceText.Of(scalar, new TextRange(0, scalar.Text.Length)));
            default:
                _context.Report(ActionDiagnostics.TypeMismatch, scalar, "'items'", "a list", TypeText.Of(value.Type));
                return null;
        }
    }

    private void CheckUnused(string key, bool hasEffect)
    {
        if (!hasEffect && _reader.Node.FindEntry(key) is { } entry)
        {
            _reader.Take(key);
            _context.Report(ActionDiagnostics.NoEffect, entry.Key, key, $"pages of the kind '{KindText}' do not need it");
        }
    }

    private void Report(SyntaxNode at, string problem) => _context.Report(ActionDiagnostics.InvalidPagination, at, problem);
}
