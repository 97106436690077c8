using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>A service as the list shows it.</summary>
internal sealed record ServiceView
{
    public required ContentItemId Id { get; init; }

    public required string Name { get; init; }

    public required string Href { get; init; }

    /// <summary>The language of the name where it is not the page's; else null.</summary>
    public string? Language { get; init; }

    /// <summary>That language's direction; null for the page's own.</summary>
    public string? Direction => Language is null ? null : Cultures.Find(Language)?.Direction;

    /// <summary>
    /// What it is for, in one line: its own words, or where those are in another language what its sort is for; null when unknown.
    /// </summary>
    public Wording? Line { get; init; }

    /// <summary>Whom it is for, in what, and where.</summary>
    public required Aim Aim { get; init; }

    public bool IsNational => Aim.Nearness == Nearness.WholeCountry;

    /// <summary>The municipality's own place to go when someone close is a danger.</summary>
    public bool IsShelter => Aim.IsShelter;

    /// <summary>What else it is called.</summary>
    public ImmutableArray<string> NameVariants { get; init; } = [];

    /// <summary>Nearest first.</summary>
    public ImmutableArray<ChannelView> Channels { get; init; } = [];

    /// <summary>Those that are left out of <see cref="Channels"/> where one kind is asked for.</summary>
    public ImmutableArray<ChannelView> OtherChannels { get; init; } = [];

    /// <summary>
    /// Its own channels, one that is answered day and night first: an emergency number that is printed among a service's own is not one of
    /// them, and that somebody else, who puts through, answers day and night does not move that number forward.
    /// </summary>
    public IEnumerable<ChannelView> OwnChannels =>
        Channels
            .Where(channel => channel.Readiness != Readiness.Emergency)
            .OrderByDescending(channel => channel.Readiness == Readiness.DayAndNight && !IsShutAtTimes);

    /// <summary>The nearest of its own.</summary>
    public ChannelView? First => OwnChannels.FirstOrDefault();

    /// <summary>How near the whole service is.</summary>
    public Readiness Readiness =>
        Availability.Join([.. Channels.Select(channel => (channel.Kind, channel.Readiness))], House, IsShutAtTimes);

    /// <summary>How near it is in any of its ways, also where one kind of channel is asked for.</summary>
    public Readiness ReadinessInAnyWay => OfAll ?? Readiness;

    // Known where some channels are left out.
    private Readiness? OfAll { get; init; }

    /// <summary>It says that it is not open day and night.</summary>
    public bool IsShutAtTimes { get; init; }

    /// <summary>How near what it has beside its channels is.</summary>
    public ImmutableArray<Readiness> House { get; init; } = [];

    /// <summary>What is open though no channel is known to be; null where a channel is, or nothing.</summary>
    public OpeningView? HouseOpening { get; init; }

    /// <summary>What is spoken there, as far as anybody has said.</summary>
    public ImmutableArray<Culture> Languages { get; init; } = [];

    /// <summary>It has said that it costs nothing.</summary>
    public bool IsFree { get; init; }

    /// <summary>It has said that one can come without a referral.</summary>
    public bool NeedsNoReferral { get; init; }

    /// <summary>It has said that one can be anonymous.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The places that it says it covers.</summary>
    public ImmutableArray<string> Covers { get; init; } = [];

    /// <summary>Whether one can have an interpreter there; null where nobody has said.</summary>
    public bool? Interpreter { get; init; }

    public bool HasInterpreter => Interpreter == true;

    /// <summary>Terms of the kinds of violence that it is for alone; none for all.</summary>
    public ImmutableArray<ContentItemId> ViolenceKinds { get; init; } = [];

    /// <summary>It has said that one can bring a pet.</summary>
    public bool TakesPets { get; init; }

    /// <summary>The service as it is reached through one kind of channel alone; a house that is open is rung, or gone to.</summary>
    public ServiceView Through(ChannelKind kind)
    {
        var narrowed = this with
        {
            Channels = [.. Channels.Where(channel => channel.Kind == kind)],
            OtherChannels = [.. Channels.Where(channel => channel.Kind != kind)],
            OfAll = ReadinessInAnyWay,
        };
        return kind is ChannelKind.Phone or ChannelKind.Visit ? narrowed : narrowed with { House = [], HouseOpening = null };
    }
}

/// <summary>A service with the one channel that is shown of it.</summary>
internal sealed record ServiceLineView(ServiceView Service, ChannelView Channel);

/// <summary>What can be chosen among where some service has it; the other questions are the same everywhere.</summary>
internal sealed record FinderQuestions
{
    public static FinderQuestions None { get; } = new();

    public ImmutableArray<ChannelKind> Channels { get; private init; } = [];

    public ImmutableArray<Culture> Languages { get; private init; } = [];

    /// <summary>Places that services say they cover; none where there is nothing to choose between.</summary>
    public ImmutableArray<string> Places { get; private init; } = [];

    public bool Interpreter { get; private init; }

    public bool Pets { get; private init; }

    public bool Referral { get; private init; }

    public bool Free { get; private init; }

    public bool Anonymous { get; private init; }

    public static FinderQuestions Of(ImmutableArray<ServiceView> services)
    {
        ImmutableArray<string> places =
        [
            .. services
                .Where(service => !service.Channels.IsEmpty)
                .SelectMany(service => service.Covers)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Create(Cultures.Find("nb")!.Formatting, ignoreCase: true)),
        ];
        return new()
        {
            Channels = [.. services.SelectMany(service => service.Channels).Select(channel => channel.Kind).Distinct().Order()],
            Languages =
            [
                .. services.SelectMany(service => service.Languages).Distinct().OrderBy(language => language.Name, StringComparer.Ordinal),
            ],
            Places = places.Length > 1 ? places : [],
            Interpreter = services.Any(service => service.HasInterpreter),
            Pets = services.Any(service => service.TakesPets),
            Referral = services.Any(service => service.NeedsNoReferral),
            Free = services.Any(service => service.IsFree),
            Anonymous = services.Any(service => service.IsAnonymous),
        };
    }
}

/// <summary>A service that the finder shows.</summary>
/// <param name="Service">The service.</param>
/// <param name="Why">Why it is here; empty when nothing was asked.</param>
internal sealed record FoundService(ServiceView Service, ImmutableArray<Wording> Why);

/// <summary>In what order services stand, first to last.</summary>
internal enum FoundGroupKind
{
    Emergency,
    Shelter,

    /// <summary>It is about a child: whom to ring first.</summary>
    ForChild,
    Open,

    /// <summary>Nobody knows whether they are open now; each says when it is.</summary>
    Told,

    Ask,

    /// <summary>An interpreter is asked for, and nobody knows whether they have one.</summary>
    MayLackInterpreter,

    /// <summary>They do not fit all that is chosen, and are shown all the same.</summary>
    Beside,
    Closed,
}

/// <summary>Services that are equally near.</summary>
internal sealed record FoundGroup(FoundGroupKind Kind, Wording Heading, ImmutableArray<FoundService> Services);

/// <summary>The finder's answer.</summary>
/// <param name="Groups">Nearest first; never a closed service before an open one, but a shelter for who is hurt. Empty only where nothing
/// can be reached.</param>
/// <param name="Matches">How many services answer to all of the choice; where none does, those that answer to some of it are shown.</param>
/// <param name="WithoutChannel">Services that cannot be rung or written to, listed apart; empty when something was asked.</param>
internal sealed record FinderAnswer(ImmutableArray<FoundGroup> Groups, int Matches, ImmutableArray<ServiceView> WithoutChannel)
{
    /// <summary>People or a situation were asked for, and all that is shown is for the whole country.</summary>
    public bool IsNothingLocal { get; init; }
}

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

    /// <summary>Whom it is for in the reader's words; null where its editor has written none.</summary>
    public string? Line { get; init; }

    public string? Description { get; init; }

    public string? ChannelNote { get; init; }

    public ImmutableArray<ChannelView> Channels { get; init; } = [];

    /// <summary>It is reached by emergency numbers alone.</summary>
    public bool IsEmergency => !Channels.IsEmpty && Channels.All(channel => channel.Readiness == Readiness.Emergency);

    public ImmutableArray<PlaceView> Places { get; init; } = [];

    /// <inheritdoc cref="ServiceView.HouseOpening"/>
    public OpeningView? HouseOpening { get; init; }

    public ImmutableArray<ServiceFact> Facts { get; init; } = [];
}
