using VoldCms.Hosting.Localization;

namespace VoldCms.Services.Channels;

/// <summary>What kinds of channel are called.</summary>
internal static class ChannelLabels
{
    public static Wording Name(ChannelKind kind, Texts texts) =>
        kind switch
        {
            ChannelKind.Phone => texts["Telephone"],
            ChannelKind.Sms => texts["Text message"],
            ChannelKind.Chat => texts["Chat"],
            ChannelKind.Email => texts["E-mail"],
            ChannelKind.Web => texts["Website"],
            ChannelKind.Visit => texts["Meet in person"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
