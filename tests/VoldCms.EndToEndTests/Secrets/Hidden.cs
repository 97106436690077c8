using System.Collections.Immutable;

namespace VoldCms.EndToEndTests.Secrets;

/// <summary>Words of <c>prove.recipe.json</c> that stand nowhere else, each in something that a visitor must not see.</summary>
internal static class Hidden
{
    /// <summary>In a secret place that a public service points to, and in a secret service.</summary>
    public const string Secret = "Kornblomst";

    /// <summary>In internal fields of public items.</summary>
    public const string Internal = "Gullregn";

    /// <summary>In a help page that is not published.</summary>
    public const string Draft = "Klokkeblomst";

    public static readonly ImmutableArray<string> Words = [Secret, Internal, Draft];

    /// <summary>Items that a visitor must not get, by id and by path.</summary>
    public static readonly ImmutableArray<string> Ids =
    [
        "4pr0vep1ass000000000000001",
        "4pr0vetj3neste000000000002",
        "4pr0vehje1p000000000000002",
    ];

    /// <inheritdoc cref="Ids"/>
    public static readonly ImmutableArray<string> Paths = ["tilbud/kornblomstveien", "hjelp/klokkeblomstveien"];

    /// <summary>The words that stand in a text, in whatever case.</summary>
    public static IEnumerable<string> In(string text) => Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
