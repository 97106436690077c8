using System.Globalization;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.UnitTests.ContentManagement.Indexing;

public sealed class IndexKeyTests
{
    private static readonly decimal[] s_numbers =
    [
        decimal.MinValue,
        -79228162514264337593543950335m + 1,
        -1000.5m,
        -1m,
        -0.5m,
        -0.0000000000000000000000000001m,
        0m,
        0.0000000000000000000000000001m,
        0.5m,
        1m,
        2m,
        10m,
        1000.25m,
        1000.26m,
        decimal.MaxValue,
    ];

    [Fact]
    public void Numbers_sort_by_their_bytes_as_they_do_by_value()
    {
        var keys = s_numbers.Select(number => IndexKey.Of(ContentValue.Of(number))).ToList();

        Assert.All(keys.Zip(keys.Skip(1)), pair => Assert.True(pair.First.AsSpan().SequenceCompareTo(pair.Second) <= 0));
        Assert.Equal(s_numbers.Length, keys.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void A_number_has_one_key_however_many_zeros_it_is_written_with()
    {
        Assert.Equal(IndexKey.Of(ContentValue.Of(2m)), IndexKey.Of(ContentValue.Of(2.000m)));
        Assert.Equal(IndexKey.Of(ContentValue.Of(0m)), IndexKey.Of(ContentValue.Of(-0.0m)));
    }

    [Fact]
    public void Random_numbers_keep_their_order()
    {
        var random = new Random(4711);
        for (var round = 0; round < 5_000; round++)
        {
            var (left, right) = (Next(random), Next(random));
            var (leftKey, rightKey) = (IndexKey.Of(ContentValue.Of(left)), IndexKey.Of(ContentValue.Of(right)));

            Assert.Equal(Math.Sign(left.CompareTo(right)), Math.Sign(leftKey.AsSpan().SequenceCompareTo(rightKey)));
        }

        static decimal Next(Random random) => new(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));
    }

    [Fact]
    public void Times_before_and_after_nought_keep_their_order()
    {
        TimeSpan[] times = [TimeSpan.MinValue, TimeSpan.FromHours(-1), TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.MaxValue];
        var keys = times.Select(time => IndexKey.Of(ContentValue.Of(time))).ToList();

        Assert.All(keys.Zip(keys.Skip(1)), pair => Assert.True(pair.First.AsSpan().SequenceCompareTo(pair.Second) < 0));
    }

    /// <summary>Half characters and what is no character have no normal form, and must not stop anybody from saving.</summary>
    [Theory]
    [InlineData("T\ufffe")]
    [InlineData("T\uffff")]
    [InlineData("T\ufdd0")]
    [InlineData("T\ud800")]
    [InlineData("T\udc00x")]
    [InlineData("T\U0001fffe")]
    public void A_text_that_has_no_normal_form_is_folded_all_the_same(string text) =>
        Assert.StartsWith("t", IndexKey.Fold(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("TILTAK", "tiltak", true)]
    [InlineData("Ｔｉｌｔａｋ", "tiltak", true)]
    [InlineData("ÆRLIG", "ærlig", true)]
    [InlineData("tønsberg", "tonsberg", false)]
    [InlineData("å", "a", false)]
    public void Text_is_compared_without_case_and_width_but_with_its_letters(string left, string right, bool equal)
    {
        Assert.Equal(equal, IndexKey.OfText(left).AsSpan().SequenceEqual(IndexKey.OfText(right)));
    }

    [Fact]
    public void Text_is_cut_between_characters()
    {
        var key = IndexKey.OfText(new string('x', IndexKey.MaximumTextLength - 1) + "😀");

        Assert.Equal(IndexKey.MaximumTextLength, key.Length);
    }

    [Fact]
    public void No_value_comes_before_every_value()
    {
        byte[][] values = [IndexKey.OfText(""), IndexKey.Of(ContentValue.Of(decimal.MinValue)), IndexKey.Of(ContentValue.Of(false))];

        Assert.All(values, value => Assert.True(IndexKey.None.AsSpan().SequenceCompareTo(value) < 0));
    }

    [Fact]
    public void Words_sort_as_norwegian_does()
    {
        var culture = CultureInfo.GetCultureInfo("nb-NO");
        string[] words = ["Ål", "ærlig", "Zebra", "øl", "and", "Bok"];

        var sorted = words.OrderBy(word => Convert.ToHexString(IndexKey.SortKeyOf(word, culture)), StringComparer.Ordinal);

        Assert.Equal(["and", "Bok", "Zebra", "ærlig", "øl", "Ål"], sorted);
    }
}
