using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>A service as the list shows it.</summary>
internal sealed record ServiceView
{
    public required string Name { get; init; }

    public required string Href { get; init; }

    /// <summary>The language of the name where it is not the page's; else null.</summary>
    public string? Language { get; init; }

    /// <summary>That language's direction; null for the page's own.</summary>
    public string? Direction => Language is null ? null : Cultures.Find(Language)?.Direction;

    /// <summary>What it is for, in one line: its own words, or where those are in another language what its sort is for; null when neither is known.</summary>
    public Wording? Line { get; init; }

    public bool IsNational { get; init; }

    /// <summary>The municipality's own place to go when someone close is a danger.</summary>
    public bool IsShelter { get; init; }

    /// <summary>What else it is called.</summary>
    public ImmutableArray<string> NameVariants { get; init; } = [];

    /// <summary>Nearest first.</summary>
    public ImmutableArray<ChannelView> Channels { get; init; } = [];

    /// <summary>Its own nearest channel: an emergency number that is printed among a service's own is not one.</summary>
    public ChannelView? First => Channels.FirstOrDefault(channel => channel.Readiness != Readiness.Emergency);

    /// <summary>How near the whole service is.</summary>
    public Readiness Readiness { get; init; }

    /// <summary>What is spoken there, as far as anybody has said.</summary>
    public ImmutableArray<Culture> Languages { get; init; } = [];

    public bool HasInterpreter { get; init; }

    /// <summary>The service as it is reached through one kind of channel alone.</summary>
    public ServiceView Through(ChannelKind kind) =>
        With([.. Channels.Where(channel => channel.Kind == kind)]);

    private ServiceView With(ImmutableArray<ChannelView> channels) => this with { Channels = channels, Readiness = ReadinessOf(channels) };

    /// <summary>
    /// A service is as near as its telephone, or as another channel that is known to be open. An emergency number that is
    /// printed among a service's own says nothing of the service.
    /// </summary>
    public static Readiness ReadinessOf(ImmutableArray<ChannelView> channels)
    {
        var own = channels.Where(channel => channel.Readiness != Readiness.Emergency).ToList();
        if (own.Count == 0)
        {
            return channels.IsEmpty ? Readiness.Ask : Readiness.Emergency;
        }

        var telling = own.Where(channel => channel.Kind == ChannelKind.Phone || channel.Readiness <= Readiness.Open).ToList();
        return (telling.Count > 0 ? telling : own).Min(channel => channel.Readiness);
    }

    public ImmutableArray<ContentItemId> Audiences { get; init; } = [];

    public ImmutableArray<ContentItemId> Situations { get; init; } = [];
}

/// <summary>A service with the one channel that is shown of it.</summary>
internal sealed record ServiceLineView(ServiceView Service, ChannelView Channel);

/// <summary>The finder's questions with the answers to choose among, each with a code; the rest are the same everywhere.</summary>
internal sealed record FinderQuestions(ImmutableArray<Term> Who, ImmutableArray<Term> What, ImmutableArray<Culture> Languages)
{
    public static FinderQuestions None { get; } = new([], [], []);
}

/// <summary>A service that the finder shows.</summary>
/// <param name="Service">The service.</param>
/// <param name="Why">Why it is here; empty when nothing was asked.</param>
internal sealed record FoundService(ServiceView Service, ImmutableArray<Wording> Why);

/// <summary>Services that are equally near.</summary>
internal sealed record FoundGroup(Readiness Readiness, ImmutableArray<FoundService> Services);

/// <summary>The finder's answer.</summary>
/// <param name="Groups">Nearest first; never a closed service before an open one.</param>
/// <param name="Matches">How many services answer to the choice; those that are shown only because they are open do not count.</param>
/// <param name="WithoutChannel">Services that cannot be rung or written to, listed apart; empty when something was asked.</param>
internal sealed record FinderAnswer(ImmutableArray<FoundGroup> Groups, int Matches, ImmutableArray<ServiceView> WithoutChannel);

/// <summary>A name and its values on a page.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">What is known.</param>
/// <param name="Language">The values' language where it is not the page's; else null.</param>
internal sealed record ServiceFact(Wording Name, ImmutableArray<LinkCard> Values, string? Language);

/// <summary>Everything that is public about one service.</summary>
internal sealed record ServiceDetail
{
    /// <summary>The sorts of service that it is.</summary>
    public ImmutableArray<Wording> Kinds { get; init; } = [];

    public ImmutableArray<string> NameVariants { get; init; } = [];

    public string? Description { get; init; }

    public string? ChannelNote { get; init; }

    public ImmutableArray<ChannelView> Channels { get; init; } = [];

    /// <summary>It is reached by emergency numbers alone.</summary>
    public bool IsEmergency => !Channels.IsEmpty && Channels.All(channel => channel.Readiness == Readiness.Emergency);

    public ImmutableArray<PlaceView> Places { get; init; } = [];

    public ImmutableArray<ServiceFact> Facts { get; init; } = [];
}
