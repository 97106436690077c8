namespace VoldCms.GraphQL.Validation;

/// <summary>What a validation took: nodes walked, and comparisons made beyond the walk.</summary>
internal readonly record struct ValidationWork(int NodesVisited, int Comparisons);
