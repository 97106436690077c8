using System.Collections.Immutable;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>
/// Keeps, for each localization set, state and supported culture, which item answers: the first along the culture's chain.
/// The answer stands in the field index itself, as rows of the item in that culture, so filters, orders and counts see it.
/// </summary>
internal sealed class CultureAnswers(SqlSession session, NameWriter names, TenantId tenant)
{
    /// <summary>An item of a set in one state.</summary>
    public readonly record struct Member(long ItemKey, string Culture);

    /// <summary>Items of a set by state; a draft is the latest version, and stands with those.</summary>
    public sealed record Members(IReadOnlyList<Member> Published, IReadOnlyList<Member> Latest)
    {
        public static Members None { get; } = new([], []);

        public IReadOnlyList<Member> In(int state) => state == IndexState.Published ? Published : Latest;
    }

    /// <summary>
    /// The supported cultures that the item answers for. An item without a culture answers for each.
    /// </summary>
    /// <param name="itemKey">The item.</param>
    /// <param name="culture">Its culture; null when it has none.</param>
    /// <param name="others">The other items of its set in the same state.</param>
    /// <param name="settings">Which cultures there are.</param>
    public static IEnumerable<string> For(long itemKey, string? culture, IReadOnlyList<Member> others, SiteSettings settings) =>
        culture is null
            ? settings.SupportedCultures
            : settings.SupportedCultures.Where(asked =>
                FindAnswering(settings.AnswerChain(asked), [new(itemKey, culture), .. others]) == itemKey
            );

    /// <summary>The other items of a set.</summary>
    public async ValueTask<Members> FindMembersAsync(
        string localizationSet,
        long except,
        TenantConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        var rows = await session.ListAsync(
            VersionSql.SetMembers,
            static row =>
                (
                    Member: new Member(row.GetInt64(0), row.GetString(1)),
                    Type: row.GetString(2),
                    Latest: row.GetBoolean(3),
                    Published: row.GetBoolean(4)
                ),
            cancellationToken,
            new("tenant", tenant.Value),
            new("localizationSet", localizationSet),
            new("item", except)
        );
        var localized = rows.Where(row => configuration.Model.FindType(row.Type) is { IsLocalized: true }).ToList();
        return new(
            [.. localized.Where(row => row.Published).Select(row => row.Member)],
            [.. localized.Where(row => row.Latest).Select(row => row.Member)]
        );
    }

    /// <summary>Lets the members of a set answer for what they now should, after one of it has changed.</summary>
    /// <param name="members">Every item of the set.</param>
    /// <param name="except">The item whose rows are written in full elsewhere.</param>
    /// <param name="settings">Which cultures there are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask SettleAsync(Members members, long except, SiteSettings settings, CancellationToken cancellationToken)
    {
        foreach (
            var itemKey in members.Published.Concat(members.Latest).Select(member => member.ItemKey).Where(key => key != except).Distinct()
        )
        {
            var inPublished = await NumbersAsync(itemKey, members.Published, settings, cancellationToken);
            var inLatest = await NumbersAsync(itemKey, members.Latest, settings, cancellationToken);
            var stored = await session.ListAsync(
                FieldIndexSql.Answers,
                static row => (State: row.GetInt32(0), Culture: row.GetInt32(1)),
                cancellationToken,
                new("tenant", tenant.Value),
                new("item", itemKey)
            );
            foreach (
                var (state, wanted) in new[]
                {
                    (IndexState.Published, inPublished),
                    (IndexState.Latest, inLatest),
                    (IndexState.Draft, inLatest),
                }
            )
            {
                var has = stored.Where(answer => answer.State == state).Select(answer => answer.Culture).ToImmutableHashSet();
                await ChangeAsync(FieldIndexSql.StopAnswering, itemKey, state, has.Except(wanted), cancellationToken);
                // For a state that the item is not in there is nothing to copy, and nothing happens.
                await ChangeAsync(FieldIndexSql.Answer, itemKey, state, wanted.Except(has), cancellationToken);
            }
        }
    }

    private async ValueTask<ImmutableHashSet<int>> NumbersAsync(
        long itemKey,
        IReadOnlyList<Member> members,
        SiteSettings settings,
        CancellationToken cancellationToken
    )
    {
        var numbers = ImmutableHashSet.CreateBuilder<int>();
        foreach (var culture in settings.SupportedCultures.Where(asked => FindAnswering(settings.AnswerChain(asked), members) == itemKey))
        {
            numbers.Add(await names.GetAsync(culture, cancellationToken));
        }

        return numbers.ToImmutable();
    }

    private async ValueTask ChangeAsync(
        string statement,
        long itemKey,
        int state,
        IEnumerable<int> cultures,
        CancellationToken cancellationToken
    )
    {
        foreach (var culture in cultures)
        {
            await session.ExecuteAsync(
                statement,
                cancellationToken,
                new("tenant", tenant.Value),
                new("item", itemKey),
                new("state", state),
                new("culture", culture)
            );
        }
    }

    // Two items of one culture in one set are refused when they are saved; should there be some, the older one answers.
    private static long? FindAnswering(IReadOnlyList<string> chain, IReadOnlyList<Member> members) =>
        chain
            .Select(culture =>
                members
                    .Where(member => string.Equals(member.Culture, culture, StringComparison.OrdinalIgnoreCase))
                    .Select(member => (long?)member.ItemKey)
                    .Min()
            )
            .FirstOrDefault(found => found is not null);
}
