namespace Interactor.Compiler.Tests.Expressions;

public sealed class AccessMeaningTests
{
    [Fact]
    public void Members_and_null_conditions() => Meaning.Check(
        ("${input.message.id}", "\"m1\""),
        ("${input['message']['id']}", "\"m1\""),
        ("${input.message.parent?.id}", "\"p1\""),
        ("${input.message.parent?.size}", "12"),
        ("${input.message.parent?.color}", "\"blue\""),
        ("${input.message.parent?.parent?.id}", "null"),
        ("${input.noMessage?.id.startsWith('x')}", "null"),
        ("${input.message.parent?.id.startsWith('p')}", "true"),
        ("${input.noMessage?.size ?? 7}", "7"),
        ("${input.message.parent?.size == 12}", "true"),
        ("${input.present?.size()}", "4"),
        ("${input.absent?.size()}", "null"),
        ("${input.nickname?.trim()}", "\"nick\""),
        ("${variables.site}", "\"v-site\""),
        ("${variables.region ?? 'eu'}", "\"eu\""),
        ("${variables['site']}", "\"v-site\""),
        ("${input.noTags?.map(t, t + '!')}", "null"),
        ("${input.noTags?[0]}", "null"),
        ("${input.text?.size()}", "9"));

    [Fact]
    public void Lists_and_maps() => Meaning.Check(
        ("${input.tags[0]}", "\"a\""),
        ("${input.tags[input.zero]}", "\"a\""),
        ("${input.tags[response.body.count - 1]}", "\"c\""),
        ("${input.tags[9]}", "!input_invalid"),
        ("${input.tags[-1]}", "!input_invalid"),
        ("${input.tags?[9]}", "null"),
        ("${input.numbers?[9]}", "null"),
        ("${input.numbers?[0]}", "3"),
        ("${input.labels.env}", "\"prod\""),
        ("${input.labels['x-y']}", "\"z\""),
        ("${input.labels.nope}", "!input_invalid"),
        ("${input.labels?.nope}", "null"),
        ("${input.counts?.nope}", "null"),
        ("${input.counts.one}", "1"),
        ("${input.labels[input.color]}", "!input_invalid"),
        ("${response.headers.etag}", "\"abc\""),
        ("${response.headers['nope']}", "!contract_violation"));

    [Fact]
    public void Values_without_a_schema() => Meaning.Check(
        ("${response.body.id}", "\"r1\""),
        ("${response.body['error'].message}", "\"bad\""),
        ("${response.body.list[1]}", "2"),
        ("${response.body.list[response.body.count - 1]}", "3"),
        ("${response.body[response.body.missing ?? 'id']}", "\"r1\""),
        ("${response.body.missing}", "!contract_violation"),
        ("${response.body.none}", "null"),
        ("${response.body.none.x}", "!contract_violation"),
        ("${response.body.id.x}", "!contract_violation"),
        ("${response.body.list.x}", "!contract_violation"),
        ("${response.body.list[9]}", "!contract_violation"),
        ("${response.body?.missing}", "null"),
        ("${response.body.list?[9]}", "null"),
        ("${response.body.error?.code}", "null"),
        ("${response.body.missing?.code}", "!contract_violation"),
        ("${response.body?.missing?.code}", "null"),
        ("${response.body?.missing?.trim()}", "null"),
        ("${response.body.id?.trim()}", "\"r1\""),
        ("${input.extra?.x}", "null"),
        ("${input.extra.x}", "!input_invalid"));

    [Fact]
    public void Macros() => Meaning.Check(
        ("${has(input.absent)}", "false"),
        ("${has(input.present)}", "true"),
        ("${has(input.text)}", "true"),
        ("${has(response.body.error.message)}", "true"),
        ("${has(response.body.nope.message)}", "false"),
        ("${has(input.labels.env)}", "true"),
        ("${has(input.labels['nope'])}", "false"),
        ("${has(input.noMessage.parent.id)}", "false"),
        ("${input.numbers.all(n, n > 0)}", "true"),
        ("${input.numbers.exists(n, n == 2)}", "true"),
        ("${input.numbers.exists_one(n, n > 1)}", "false"),
        ("${input.numbers.filter(n, n > 1)}", "[3,2]"),
        ("${input.numbers.map(n, n * 2)}", "[6,2,4]"),
        ("${input.numbers.map(n, n > 1, string(n))}", "[\"3\",\"2\"]"),
        ("${input.messages.map(m, m.size ?? 0)}", "[3,0]"),
        ("${input.messages.map(m, {id: m.id, n: m.size})}", "[{\"id\":\"x\",\"n\":3},{\"id\":\"y\",\"n\":null}]"),
        ("${input.labels.map(k, k + '=' + input.labels[k])}", "[\"env=prod\",\"x-y=z\"]"),
        ("${response.body.list.map(n, n + 1)}", "[2,3,4]"),
        ("${response.body.error.map(k, k)}", "[\"message\"]"),
        ("${response.body.id.map(k, k)}", "!contract_violation"),
        ("${input.tags.map(a, input.numbers.map(b, a + string(b)))}", "[[\"a3\",\"a1\",\"a2\"],[\"b3\",\"b1\",\"b2\"],[\"c3\",\"c1\",\"c2\"]]"),
        ("${input.tags.map(a, input.tags.exists(b, b == a))}", "[true,true,true]"),
        ("${input.tags.map(x, null)}", "[null,null,null]"),
        ("${[input.maybe, input.none].map(x, x ?? 0)}", "[5,0]"),
        ("${input.messages.map(m, m.parent?.id ?? m.id)}", "[\"x\",\"y\"]"),
        ("${input.tags.map(t, [t])}", "[[\"a\"],[\"b\"],[\"c\"]]"),
        ("${input.tags.filter(t, t in ['a', 'c']).size()}", "2"),
        ("${input.noTags.filter(t, t != '') ?? ['none']}", "[\"none\"]"));
}
