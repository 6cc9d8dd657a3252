using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Expressions;

public sealed class ScalarBinderTests
{
    [Theory]
    [InlineData("plain", false)]
    [InlineData("${x}", true)]
    [InlineData("a ${x}", true)]
    [InlineData("$${x}", false)]
    [InlineData("$${x} ${y}", true)]
    [InlineData("$$${x}", false)]
    [InlineData("$$ {x}", false)]
    [InlineData("${", true)]
    public void Tells_whether_there_is_an_expression(string text, bool expected) =>
        Assert.Equal(expected, ScalarBinder.HasExpression(Bound.FromText(text).Scalar));

    [Fact]
    public void A_whole_expression_keeps_its_type()
    {
        Assert.IsType<IntegerTypeModel>(Bound.FromText("${input.small + 1}").Expression.Type);
        Assert.IsType<StringTypeModel>(Bound.FromText("${input.small} ").Expression.Type);
        Assert.Equal(LiteralExpression.Of("a ${b}"), Bound.FromText("a $${b}").Expression);
    }

    [Fact]
    public void Equal_text_gives_equal_values()
    {
        const string Text = "${json(input.tags.map(t, t + input.color).filter(t, t in ['a']))} ${response.body.id ?? 'x'} ${base64(mime({to: input.tags}))}";

        Assert.Equal(Bound.FromText(Text).Expression, Bound.FromText(Text).Expression);
        Assert.IsType<InterpolationExpression>(Bound.FromText(Text).Expression);
    }

    [Theory]
    [InlineData("variables.secret", true)]
    [InlineData("'x' + variables.secret", true)]
    [InlineData("base64(variables.secret)", true)]
    [InlineData("hmac('sha256', variables.secret, 'x')", true)]
    [InlineData("{a: variables.secret}", true)]
    [InlineData("[variables.secret].map(x, text.upper(x))", true)]
    [InlineData("['a'].map(x, variables.secret)", true)]
    [InlineData("input.yes ? 'a' : variables.secret", true)]
    [InlineData("input.absent ?? variables.secret", true)]
    [InlineData("mime({text: variables.secret})", true)]
    [InlineData("json(variables.secret)", true)]
    [InlineData("int(variables.secret)", true)]
    [InlineData("variables.site", false)]
    [InlineData("size(variables.secret)", false)]
    [InlineData("variables.secret == 'x'", false)]
    [InlineData("variables.secret.startsWith('x')", false)]
    [InlineData("'a' in [variables.secret]", false)]
    [InlineData("variables.secret == '' ? 'a' : 'b'", false)]
    public void Secrets_stay_secret(string expression, bool isSecret)
    {
        Bound bound = Bound.FromExpression(expression);

        Assert.Empty(bound.Errors);
        Assert.Equal(isSecret, bound.Expression.IsSecret);
        Assert.Equal(isSecret, Coercion.ToAny(bound.Expression).IsSecret);
    }

    [Fact]
    public void Coercion_refuses_what_has_no_text()
    {
        AssertRefused("${input.tags}", "This is a list, but text is wanted here. Use text.join(…) or json(…).");
        AssertRefused("${input.message}", "This is a Message, but text is wanted here. Use json(…), or one of its members.");
        AssertRefused("${input.data}", "This is bytes, but text is wanted here. Write how bytes become text: base64(…), hex(…) or utf8.decode(…).");
        AssertRefused("${input.absent}", "This value may be null; go on with '?.', or say with '??' what stands in its place.");
    }

    [Fact]
    public void Coercion_keeps_null_where_it_may()
    {
        Bound bound = Bound.FromText("${input.none}");

        TypedExpression text = Coercion.ToText(bound.Expression, bound.Scalar, bound.Diagnostics, allowNull: true);

        Assert.Empty(bound.Errors);
        Assert.Equal(new StringTypeModel { IsNullable = true }, text.Type);
        Assert.Equal(
            "(eC.TextOrNull(input.None))",
            ExpressionEmitter.Emit(text));
    }

    [Theory]
    [InlineData("started.headers['operation-location']", false)]
    [InlineData("status.body.result", false)]
    [InlineData("status?.headers['location']", false)]
    [InlineData("input.status", true)]
    [InlineData("input.x + ' status'", true)]
    public void What_was_answered_about_a_job_is_the_provider_s(string text, bool isCallers) =>
        Assert.Equal(isCallers, PlaceText.Of(Bound.FromScalar(text).Scalar, new TextRange(0, text.Length)).IsCallers);

    [Fact]
    public void Places_name_no_machine_and_tell_whose_data_it_is()
    {
        Bound bound = Bound.FromExpression("response.body.id");

        Assert.Equal(
            "iE::AnyFunctions.Member(response.Body, \"id\", \"'response.body.id' in connector.yaml\")",
            ExpressionEmitter.Emit(bound.Expression));
        Assert.Contains(
            "ExpressionPlace.Caller(\"'input.extra.id' in connector.yaml\")",
            ExpressionEmitter.Emit(Bound.FromExpression("input.extra.id").Expression),
            StringComparison.Ordinal);
    }

    private static void AssertRefused(string text, string message)
    {
        Bound bound = Bound.FromText(text);
        Assert.IsType<ErrorExpression>(Coercion.ToText(bound.Expression, bound.Scalar, bound.Diagnostics, allowNull: false));
        Assert.Equal(message, Assert.Single(bound.Diagnostics.ToSorted()).Message);
    }
}
