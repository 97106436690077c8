using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Items.Form;

/// <summary>
/// The presses that put lists in a form into another order, without a script: a button's value is verb, list and what is moved, parted by
/// spaces. Nothing is stored by them.
/// </summary>
internal static class FormMoves
{
    public const string Up = "up";
    public const string Down = "down";
    public const string First = "first";
    public const string Last = "last";
    public const string Remove = "remove";
    public const string Copy = "copy";
    public const string Add = "add";

    private static readonly ImmutableHashSet<string> s_verbs = [Up, Down, First, Last, Remove, Copy, Add];

    /// <summary>The value of a button.</summary>
    public static string Press(string verb, string list, string what) => $"{verb} {list} {what}";

    /// <summary>What the form would have been sent with had its list stood so; null where the press is none of these.</summary>
    public static PostedValues? Apply(PostedValues posted, string press)
    {
        if (press.Split(' ', 3) is not [var verb, var list, var what] || !s_verbs.Contains(verb))
        {
            return null;
        }

        var order = posted.All(list);
        if (verb == Add)
        {
            return posted.With(list, order.Add(FormTree.TokenOf(ContentItemId.New().Value, what)));
        }

        var place = order.IndexOf(what);
        if (place < 0)
        {
            return posted;
        }

        return verb switch
        {
            Up => posted.With(list, Move(order, place, Math.Max(0, place - 1))),
            Down => posted.With(list, Move(order, place, Math.Min(order.Length - 1, place + 1))),
            First => posted.With(list, Move(order, place, 0)),
            Last => posted.With(list, Move(order, place, order.Length - 1)),
            Remove => posted.With(list, order.RemoveAt(place)),
            _ => Duplicate(posted, list, order, place),
        };
    }

    // The form has all that there is of the item: what was typed goes to the copy.
    private static PostedValues Duplicate(PostedValues posted, string list, ImmutableArray<string> order, int place)
    {
        var (id, type) = order[place].Split(':') is [var first, var second] ? (first, second) : (order[place], "");
        var copy = ContentItemId.New().Value;
        return posted.Copy($"{list}.{id}.", $"{list}.{copy}.").With(list, order.Insert(place + 1, FormTree.TokenOf(copy, type)));
    }

    private static ImmutableArray<string> Move(ImmutableArray<string> order, int from, int to) =>
        order.RemoveAt(from).Insert(to, order[from]);
}
