namespace VoldCms.Services.Channels;

/// <summary>How near help is, nearest first: the order in which channels and services are shown.</summary>
internal enum Readiness
{
    Emergency,
    DayAndNight,
    Open,

    /// <summary>Nobody knows: ring and ask. Before what is known to be closed.</summary>
    Ask,

    Closed,
}
