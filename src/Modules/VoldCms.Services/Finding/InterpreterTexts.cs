using VoldCms.Hosting.Localization;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>What is said of interpreters.</summary>
internal static class InterpreterTexts
{
    /// <summary>What is known; null where nobody has said.</summary>
    public static Wording? Find(bool? hasInterpreter, Texts texts) =>
        hasInterpreter switch
        {
            true => texts["You can have an interpreter"],
            false => texts["There is no interpreter"],
            _ => null,
        };

    /// <summary>For whoever needs one: what is known of the service, or that she has to ask there.</summary>
    public static Wording Of(ServiceView service, Texts texts) =>
        Find(service.Interpreter, texts)
        ?? (
            service.Channels.Any(channel => channel.Kind == ChannelKind.Phone)
                ? texts["Ask about an interpreter when you call"]
                : texts["Ask about an interpreter"]
        );
}
