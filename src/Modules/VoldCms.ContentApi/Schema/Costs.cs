namespace VoldCms.ContentApi.Schema;

/// <summary>
/// What fields weigh in the cost of an operation, beside those that cost one. A value that is written costs one; the rest is reckoned
/// from what reading took when it was measured, so that the most that one request may ask stays about a second's work.
/// </summary>
internal static class Costs
{
    /// <summary>A list that is a query of its own: at the root, of a connection, the way back of a link.</summary>
    public const int Query = 50;

    /// <summary>An item that such a list reads.</summary>
    public const int Item = 10;

    /// <summary>An item that something names, or that lies in its holder: read with all others of the level, or with the holder.</summary>
    public const int NamedItem = 2;

    /// <summary>Groups, and changes: they look at every item that there is, however few they give.</summary>
    public const int Scan = 500;

    /// <summary>A question of a module, which reads all that it needs to know.</summary>
    public const int NamedQuery = 2500;

    /// <summary>A value that a module works out.</summary>
    public const int Computed = 5;

    /// <summary>A write costs far more than a read; it also bounds how many one request may hold.</summary>
    public const int Write = 10_000;
}
