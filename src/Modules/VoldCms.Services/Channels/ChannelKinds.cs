using VoldCms.ContentManagement.Items;

namespace VoldCms.Services.Channels;

/// <summary>How one gets in touch.</summary>
internal enum ChannelKind
{
    Phone,
    Sms,
    Chat,
    Email,
    Web,
    Visit,
}

/// <summary>Kinds as channels say them.</summary>
internal static class ChannelKinds
{
    /// <summary>A channel that says none of them is a telephone.</summary>
    public static ChannelKind Of(ContentItem channel) =>
        channel.Text(ServiceContentTypes.Channel, "Kind") switch
        {
            "sms" => ChannelKind.Sms,
            "chat" => ChannelKind.Chat,
            "email" => ChannelKind.Email,
            "web" => ChannelKind.Web,
            "visit" => ChannelKind.Visit,
            _ => ChannelKind.Phone,
        };
}
