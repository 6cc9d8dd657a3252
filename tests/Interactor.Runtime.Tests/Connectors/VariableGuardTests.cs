using Xunit;

namespace Interactor.Runtime.Tests.Connectors;

public sealed class VariableGuardTests
{
    private static readonly VariableDescriptor Site = new("site") { Pattern = "[a-z]+" };

    [Theory]
    [InlineData("Bad/Value")]
    [InlineData("bad\n")]
    public void A_value_that_breaks_the_pattern_is_named_and_not_shown(string value) => Refuse(Site, value);

    [Fact]
    public void A_value_outside_of_the_choice_or_the_type_is_refused()
    {
        Refuse(new VariableDescriptor("region") { Allowed = ["eu", "us"] }, "mars");
        Refuse(new VariableDescriptor("count") { Type = VariableType.Integer }, "many");
        Refuse(new VariableDescriptor("password") { IsSecret = true }, "half\ud83d");
        Refuse(new VariableDescriptor("password") { IsSecret = true }, "\ude00half\ud83d\ude00");
        Assert.Equal("whole\ud83d\ude00", new VariableGuard().Check(new VariableDescriptor("password"), "whole\ud83d\ude00"));
    }

    [Fact]
    public void A_good_value_does_not_let_a_later_one_through()
    {
        VariableGuard guard = new();
        Assert.Equal("good", guard.Check(Site, "good"));
        Assert.Equal("good", guard.Check(Site, "good"));
        Assert.Throws<InteractorException>(() => guard.Check(Site, "BAD"));
        Assert.Equal("other", guard.Check(Site, "other"));
        Assert.Null(guard.Check(Site, null));
    }

    private static void Refuse(VariableDescriptor variable, string value)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => new VariableGuard().Check(variable, value));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains($"'{variable.Name}'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, failure.Message, StringComparison.Ordinal);
    }
}
