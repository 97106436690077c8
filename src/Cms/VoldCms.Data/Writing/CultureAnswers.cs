using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>
/// Keeps, for each localization set, state and supported culture, which item answers: the first along the culture's chain.
/// The answer stands in the field index itself, as rows of the item in that culture, so filters, orders and counts see it.
/// </summary>
internal sealed class CultureAnswers(SqlDialect dialect, SqlSession session, NameWriter names, TenantId tenant)
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
        long[] items =
        [
            .. members.Published.Concat(members.Latest).Select(member => member.ItemKey).Where(key => key != except).Distinct(),
        ];
        var wanted = new HashSet<Answer>();
        foreach (var state in new[] { IndexState.Published, IndexState.Latest, IndexState.Draft })
        {
            foreach (var culture in settings.SupportedCultures)
            {
                if (FindAnswering(settings.AnswerChain(culture), members.In(state)) is { } itemKey && itemKey != except)
                {
                    wanted.Add(new(itemKey, state, await names.GetAsync(culture, cancellationToken)));
                }
            }
        }

        var stored = await session.ListAsync(
            FieldIndexSql.Answers(dialect),
            static row => new Answer(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)),
            cancellationToken,
            new("tenant", tenant.Value),
            new("items", dialect.OfKeys(items))
        );
        await ChangeAsync(FieldIndexSql.StopAnswering(dialect), items, [.. stored.Where(answer => !wanted.Contains(answer))]);
        // For a state that an item is not in there is nothing to copy, and nothing happens.
        await ChangeAsync(FieldIndexSql.Answer(dialect), items, [.. wanted.Except(stored)]);

        async ValueTask ChangeAsync(string statement, long[] items, Answer[] answers)
        {
            if (answers.Length > 0)
            {
                await session.ExecuteAsync(
                    statement,
                    cancellationToken,
                    new("tenant", tenant.Value),
                    new("items", dialect.OfKeys(items)),
                    new("answers", SqlDialect.OfRows(answers.Select(answer => new[] { answer.ItemKey, answer.State, answer.Culture })))
                );
            }
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

    private readonly record struct Answer(long ItemKey, int State, int Culture);
}
