using System.Collections.Frozen;
using System.IO.Compression;
using System.Net;
using System.Text;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Recipes.Expressions;

/// <summary>The functions that scripts in recipes may call beside JavaScript's own.</summary>
internal sealed class ScriptFunctions(RecipeEnvironment environment, int maximumLength, Action<string, string>? log)
{
    // Orchard Core has these; a recipe that calls one is no mistake of its author.
    private static readonly FrozenSet<string> s_elsewhere = FrozenSet.ToFrozenSet([
        "protect",
        "unprotect",
        "encrypt",
        "decrypt",
        "newContentItem",
        "createContentItem",
        "updateContentItem",
        "deleteContentItem",
        "newContentItemAsync",
        "createContentItemAsync",
        "updateContentItemAsync",
        "deleteContentItemAsync",
        "executeQuery",
        "executeQueryAsync",
        "createWorkflowToken",
        "httpContext",
        "queryString",
        "responseWrite",
        "absoluteUrl",
        "readBody",
        "requestForm",
        "deserializeRequestData",
        "queryStringAsJson",
        "requestFormAsJson",
        "queryStringAsJsonAsync",
        "requestFormAsJsonAsync",
        "readBodyAsync",
        "deserializeRequestDataAsync",
        "workflow",
        "workflowId",
        "input",
        "output",
        "property",
        "setProperty",
        "setOutcome",
        "lastResult",
        "correlationId",
        "setCorrelationId",
        "signalUrl",
        "isHomepage",
        "isAnonymous",
        "isAuthenticated",
        "isInRole",
        "culture",
        "url",
        "addModelError",
        "validateAntiforgeryToken",
        "validateReCaptcha",
        "assignUserRole",
        "getUsersByRole",
        "notify",
        "getTenantFeatures",
        "markdownify",
        "liquid",
        "slugify",
        "validateReCaptchaAsync",
        "shapeRender",
    ]);

    private static readonly FrozenSet<string> s_here = FrozenSet.ToFrozenSet([
        "uuid",
        "variables",
        "parameters",
        "configuration",
        "base64",
        "html",
        "gzip",
        "log",
        "getUrlPrefix",
    ]);

    /// <summary>Orchard Core has a function of that name, whether we do or not.</summary>
    public static bool IsKnown(string name) => s_here.Contains(name) || s_elsewhere.Contains(name);

    public static bool IsHere(string name) => s_here.Contains(name);

    /// <summary>Puts the functions into an engine.</summary>
    /// <param name="engine">A new engine.</param>
    /// <param name="findVariable">What <c>variables('name')</c> gives.</param>
    public void Install(Engine engine, Func<string, string> findVariable)
    {
        foreach (var name in s_here)
        {
            engine.Global.FastSetDataProperty(name, new ClrFunction(engine, name, (_, arguments) => Call(name, arguments, findVariable)));
        }
    }

    private JsValue Call(string name, JsValue[] arguments, Func<string, string> findVariable)
    {
        return name switch
        {
            "uuid" => UniqueId.New(),
            "variables" => findVariable(Text(0)),
            "parameters" => environment.FindParameter(Text(0)) ?? JsValue.Null,
            "configuration" => environment.FindConfiguration(Text(0)) ?? (arguments.Length > 1 ? arguments[1] : JsValue.Null),
            "base64" => ReadText(ReadBase64(name, Text(0))),
            "html" => WebUtility.HtmlDecode(Text(0)),
            "gzip" => Convert.ToBase64String(Unpack(ReadBase64(name, Text(0)))),
            "log" => Log(Text(0), arguments.Length > 1 ? TypeConverter.ToString(arguments[1]) : ""),
            "getUrlPrefix" => environment.UrlPrefix + (arguments.Length > 0 ? "/" + Text(0).TrimStart('/') : ""),
            _ => throw new System.Diagnostics.UnreachableException(name),
        };

        string Text(int index) =>
            index < arguments.Length
                ? TypeConverter.ToString(arguments[index])
                : throw new ScriptFaultException($"{name}() is called without its argument");
    }

    private JsValue Log(string level, string text)
    {
        log?.Invoke(level, text);
        return JsValue.Undefined;
    }

    private static byte[] ReadBase64(string function, string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw new ScriptFaultException($"the argument of {function}() is not base64");
    }

    private static string ReadText(byte[] utf8) =>
        System.Text.Unicode.Utf8.IsValid(utf8)
            ? Encoding.UTF8.GetString(utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsSpan(3) : utf8)
            : throw new ScriptFaultException("what base64() unpacks is not UTF-8");

    private byte[] Unpack(byte[] packed)
    {
        try
        {
            // Something too short to be gzip is read as empty rather than refused.
            if (packed is not [0x1F, 0x8B, ..])
            {
                throw new InvalidDataException();
            }

            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81920];
            for (var read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > maximumLength)
                {
                    throw new ScriptFaultException($"gzip() unpacks to more than {maximumLength} bytes");
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new ScriptFaultException("the argument of gzip() is not gzip data");
        }
    }
}
