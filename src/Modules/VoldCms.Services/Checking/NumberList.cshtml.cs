using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;

namespace VoldCms.Services.Checking;

/// <summary>The numbers of a municipality: found, corrected in their forms, marked as checked with one press.</summary>
internal sealed class NumberListPage(NumberChecks checks) : AdminPageModel
{
    /// <summary>Below the start page.</summary>
    public const string Path = "numbers";

    public override Wording Title => T["Numbers"];

    /// <summary>What is looked for; empty for all.</summary>
    public string Text { get; private set; } = "";

    public ImmutableArray<CheckedNumber> Numbers { get; private set; } = [];

    /// <summary>Whether she is offered to mark one as checked.</summary>
    public bool MayCheck => Configuration.Model.FindType(ServiceContentTypes.Channel) is { } type && Offers.Making(type);

    public Wording StateOf(CheckedNumber number) =>
        number.CheckedOn is not { } day ? T["Not checked"]
        : number.IsDue ? T["To be checked again, last {0}", day]
        : T["Checked {0}", day];

    public Task OnGetAsync(string? q, string? done)
    {
        Text = q?.Trim() ?? "";
        Done = done == "checked" ? T["Thank you. It is written down that it was checked today."] : null;
        return ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync(string? id, string? version, string? q)
    {
        Text = q?.Trim() ?? "";
        var result = await checks.CheckAsync(new(id ?? ""), new ContentItemVersionId(version ?? ""), Configuration.Settings, Stop);
        if (result.Error is not { } error)
        {
            return Redirect($"{Addresses.Page(Path)}?q={Uri.EscapeDataString(Text)}&done=checked");
        }

        Problem = error is Conflict ? T["It has been changed meanwhile. Look at it first."] : T["You may not do this."];
        Response.StatusCode = error is Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden;
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync() =>
        Numbers = [.. (await checks.ListAsync(Configuration.Settings, Stop)).Where(number => Text.Length == 0 || number.Matches(Text))];
}
