using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Users.SignIn;

/// <summary>A person's browser that has signed in, as it is stored.</summary>
internal sealed class SessionRow : IInstallationOwned
{
    public required string SessionId { get; set; }

    public required byte[] SecretHash { get; set; }

    public required string AccountId { get; set; }

    public SessionStage Stage { get; set; }

    /// <summary>Browser and system by their names alone.</summary>
    public required string Device { get; set; }

    /// <summary>Ticks, UTC; so are the other times.</summary>
    public long CreatedUtc { get; set; }

    public long SeenUtc { get; set; }

    /// <summary>When the person has last shown a factor.</summary>
    public long ProvedUtc { get; set; }

    public long ExpiresUtc { get; set; }
}

/// <summary>How far a session has come. The numbers are stored.</summary>
internal enum SessionStage
{
    /// <summary>The password was right, and a code is asked for.</summary>
    Code = 0,

    /// <summary>Signed in, and asked to make a second factor before anything else.</summary>
    Enrolling = 1,

    /// <summary>Signed in.</summary>
    Full = 2,
}

/// <summary>The table of sessions.</summary>
public sealed class SessionsModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions").HasKey(row => row.SessionId);
            session.HasIndex(row => row.SecretHash).IsUnique();
            session.HasIndex(row => row.AccountId);
            session.IsOfTheMoment();
        });
}
