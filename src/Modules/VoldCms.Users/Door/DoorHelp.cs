using Microsoft.AspNetCore.Http;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>What the host's commands and its start have to know of the door. Singleton, thread-safe.</summary>
public sealed class DoorHelp
{
    private readonly Memberships _memberships;
    private readonly DoorOrigin _origin;

    internal DoorHelp(Memberships memberships, DoorOrigin origin)
    {
        _memberships = memberships;
        _origin = origin;
    }

    /// <summary>Whether nobody may sign in yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => !await _memberships.AnyAsync(cancellationToken);

    /// <summary>The whole address of a link that is a secret; shown once.</summary>
    public string AddressOf(string secret) => _origin.ForLinks + LinkToken.Root + secret;

    /// <summary>The same, in an answer to a request that has come to the door.</summary>
    internal string AddressOf(string secret, HttpRequest request) => _origin.Of(request) + LinkToken.Root + secret;
}
