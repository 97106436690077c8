using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Native.Symbol;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace VoldCms.Recipes.Expressions;

/// <summary>
/// The functions of JavaScript that make much of little, each behind a check: one call of them allocates before any limit of the engine
/// looks (<c>'a'.repeat(5e8)</c> went through a limit of memory).
/// </summary>
/// <remarks>Belongs to one engine. Not thread-safe.</remarks>
internal sealed class GuardedBuiltins(Engine engine, ScriptLimits limits)
{
    /// <summary>Where <see cref="ScriptProgram"/> sends what <c>+=</c> gives.</summary>
    public const string CheckedName = "$checked";

    /// <summary>Where <see cref="ScriptProgram"/> sends what is to be taken apart into members.</summary>
    public const string MembersName = "$members";

    private const int MaximumDepth = 64;

    private int _joinDepth;

    /// <summary>Puts the guards in the place of what they guard.</summary>
    public void Install()
    {
        engine.Global.FastSetProperty(
            CheckedName,
            new(new ClrFunction(engine, CheckedName, (_, arguments) => Check(arguments[0])), false, false, false)
        );
        engine.Global.FastSetProperty(
            MembersName,
            new(new ClrFunction(engine, MembersName, (_, arguments) => CheckMembers(arguments[0])), false, false, false)
        );
        var objects = (ObjectInstance)engine.Global.Get("Object");
        foreach (var name in Functions(objects).Where(name => name != "prototype"))
        {
            Replace(objects, name, CallOnMembers);
        }

        var text = Prototype("String");
        foreach (var name in Functions(text))
        {
            Replace(
                text,
                name,
                name switch
                {
                    "repeat" => Repeat,
                    "padStart" or "padEnd" => Pad,
                    "concat" => Concatenate,
                    "replace" or "replaceAll" => ReplaceText,
                    _ => Call,
                }
            );
        }

        Remove((ObjectInstance)engine.Global.Get("String"), "raw");
        var list = Prototype("Array");
        Remove(list, "toLocaleString");
        foreach (var name in Functions(list))
        {
            Replace(list, name, name == "join" ? Join : CallOnList);
        }

        var pattern = Prototype("RegExp");
        Replace(pattern, GlobalSymbolRegistry.Replace, ReplacePattern);
        Replace(pattern, "exec", Call);
        Replace(pattern, "test", Call);
        Replace((ObjectInstance)engine.Global.Get("JSON"), "stringify", Stringify);
        foreach (var name in new[] { "encodeURI", "encodeURIComponent", "escape" })
        {
            Replace(engine.Global, name, Call);
        }
    }

    private static List<string> Functions(ObjectInstance prototype) =>
        [
            .. prototype
                .GetOwnPropertyKeys(Types.String)
                .Select(key => key.AsString())
                .Where(name => name != "constructor" && prototype.Get(name).IsCallable()),
        ];

    private ObjectInstance Prototype(string name) => (ObjectInstance)((ObjectInstance)engine.Global.Get(name)).Get("prototype");

    private static void Remove(ObjectInstance owner, string name) => owner.Delete(name);

    private void Replace(ObjectInstance owner, JsValue name, Func<JsValue, JsValue, JsValue[], JsValue> guard)
    {
        var original = owner.Get(name);
        var guarded = new ClrFunction(engine, name.ToString(), (self, arguments) => guard(original, self, arguments));
        owner.FastSetProperty(name, new PropertyDescriptor(guarded, true, false, true));
    }

    private JsValue Check(JsValue value)
    {
        if (value is JsString text)
        {
            CheckLength(text.Length);
        }

        engine.Constraints.Check();
        return value;
    }

    // A text has a member for each character, and a member takes fifty times as much.
    private JsValue CheckMembers(JsValue value)
    {
        var length =
            value is JsString text ? text.Length
            : value is ObjectInstance boxed and not JsArray
            && boxed.GetOwnProperty("length") is { } own
            && own.IsDataDescriptor()
            && own.Value.IsNumber()
                ? own.Value.AsNumber()
            : 0;
        return length <= limits.ListLength
            ? value
            : throw new ScriptFaultException($"it takes a text of more than {limits.ListLength} characters apart");
    }

    private JsValue CallOnMembers(JsValue original, JsValue self, JsValue[] arguments)
    {
        foreach (var argument in arguments)
        {
            CheckMembers(argument);
        }

        return Call(original, self, arguments);
    }

    private void CheckLength(double length)
    {
        if (length > limits.TextLength)
        {
            throw new ScriptFaultException($"it puts together a text longer than {limits.TextLength} characters");
        }
    }

    private JsValue Call(JsValue original, JsValue self, JsValue[] arguments) => Check(original.Call(self, arguments));

    // What is no list could say of itself that it is as long as it likes.
    private JsValue CallOnList(JsValue original, JsValue self, JsValue[] arguments) =>
        self is JsArray list && list.Length <= limits.ListLength
            ? Call(original, self, arguments)
            : throw new ScriptFaultException(
                $"it uses a function of lists on something that is no list of at most {limits.ListLength} elements"
            );

    private JsValue Repeat(JsValue original, JsValue self, JsValue[] arguments)
    {
        var (text, count) = (Text(self), TypeConverter.ToIntegerOrInfinity(At(arguments, 0)));
        CheckLength(text.Length * Math.Max(count, 0));
        return Call(original, text, [JsNumber.Create(count)]);
    }

    private JsValue Pad(JsValue original, JsValue self, JsValue[] arguments)
    {
        var (text, length) = (Text(self), TypeConverter.ToIntegerOrInfinity(At(arguments, 0)));
        CheckLength(length);
        return Call(original, text, [JsNumber.Create(length), .. arguments.Skip(1)]);
    }

    private JsValue Concatenate(JsValue original, JsValue self, JsValue[] arguments)
    {
        JsValue[] texts = [Text(self), .. arguments.Select(Text)];
        CheckLength(texts.Sum(text => (double)((JsString)text).Length));
        return Call(original, texts[0], texts[1..]);
    }

    private JsValue ReplaceText(JsValue original, JsValue self, JsValue[] arguments) =>
        At(arguments, 0) is { } pattern && pattern.IsObject()
            ? Call(original, Text(self), arguments)
            : ReplaceChecked(original, Text(self), Text(self), arguments, 1);

    private JsValue ReplacePattern(JsValue original, JsValue self, JsValue[] arguments)
    {
        var text = Text(At(arguments, 0));
        return ReplaceChecked(original, self, text, [text, .. arguments.Skip(1)], 1);
    }

    // Whatever stands in for a match is counted before it is put in. "$&" and its kin give a part of the whole text each.
    private JsValue ReplaceChecked(JsValue original, JsValue self, JsString text, JsValue[] arguments, int at)
    {
        var replacement = At(arguments, at);
        double length = text.Length;
        if (replacement.IsCallable())
        {
            return Call(original, self, With(replacement.Call));
        }

        var given = Text(replacement);
        var each = given.Length + ((double)given.ToString().Count(character => character == '$') * text.Length);
        if (length + ((length + 1) * each) > limits.TextLength)
        {
            var start = self is ObjectInstance pattern ? pattern.Get("lastIndex") : null;
            original.Call(self, With((_, _) => Count(each)));
            if (start is not null)
            {
                ((ObjectInstance)self).Set("lastIndex", start);
            }
        }

        return Call(original, self, [.. arguments.Take(at), given]);

        JsValue[] With(Func<JsValue, JsValue[], JsValue> make) =>
            [
                .. arguments.Take(at),
                new ClrFunction(
                    engine,
                    "",
                    (_, matched) =>
                    {
                        var made = make(JsValue.Undefined, matched);
                        return made.IsString() && made.AsString().Length == 0 ? made : CountText(Text(made));
                    }
                ),
            ];

        JsString Count(double characters)
        {
            CheckLength(length += characters);
            engine.Constraints.Check();
            return JsString.Empty;
        }

        JsString CountText(JsString made)
        {
            Count(made.Length);
            return made;
        }
    }

    // Written out here: the engine's own looks at no limit before it has joined.
    private JsValue Join(JsValue original, JsValue self, JsValue[] arguments)
    {
        if (self is not JsArray list || list.Length > limits.ListLength)
        {
            return CallOnList(original, self, arguments);
        }

        var separator = At(arguments, 0).IsUndefined() ? "," : TypeConverter.ToString(At(arguments, 0));
        if (++_joinDepth > MaximumDepth)
        {
            throw new ScriptFaultException($"it joins lists within lists more than {MaximumDepth} deep");
        }

        var joined = new StringBuilder();
        for (uint index = 0; index < list.Length; index++)
        {
            var element = list.Get(JsNumber.Create(index));
            joined
                .Append(index == 0 ? "" : separator)
                .Append(element.IsNull() || element.IsUndefined() ? "" : TypeConverter.ToString(element));
            CheckLength(joined.Length);
        }

        _joinDepth--;
        return Check(JsString.Create(joined.ToString()));
    }

    // Every value that is written passes the replacer, which counts it with its name, its escapes and its indentation.
    private JsValue Stringify(JsValue original, JsValue self, JsValue[] arguments)
    {
        const int Escaped = 6;
        const int Indentation = 10;
        var (given, length, depths) = (At(arguments, 1), 0.0, new Dictionary<JsValue, int>(ReferenceEqualityComparer.Instance));
        if (given.IsArray())
        {
            throw new ScriptFaultException("it chooses members of JSON by a list; expected a function");
        }

        var counting = new ClrFunction(
            engine,
            "",
            (holder, member) =>
            {
                var value = given.IsCallable() ? given.Call(holder, member) : At(member, 1);
                var depth = depths.GetValueOrDefault(holder) + 1;
                if (depth > MaximumDepth)
                {
                    throw new ScriptFaultException($"it writes JSON more than {MaximumDepth} deep");
                }

                depths[value] = depth;
                length += (Escaped * (Text(At(member, 0)).Length + (value is JsString text ? text.Length : 0))) + (Indentation * depth);
                CheckLength(length);
                engine.Constraints.Check();
                return value;
            }
        );
        return Call(original, self, [At(arguments, 0), counting, At(arguments, 2)]);
    }

    private static JsValue At(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static JsString Text(JsValue value) => value as JsString ?? JsString.Create(TypeConverter.ToString(value));
}
